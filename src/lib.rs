//! 校核: checks a Chinese annual report on government information disclosure.
