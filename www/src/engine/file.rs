//! Files to take along: each is made by a worker of its own and handed to the browser, which saves it.

use super::Engine;
use super::boot::save;
use super::client::{Answer, Call, Request, Told};
use super::job::HARD_LIMIT_MS;
use crate::state::{Action, Order, State};
use crate::words::take as words;
use gloo::timers::callback::Timeout;
use js_sys::Date;

/// A file under way. Dropping it ends the worker.
pub(super) struct Making {
    _call: Call,
    _watchdog: Timeout,
}

impl Engine {
    /// Begins with the files that were asked for, and lets go of those that are done.
    pub(super) fn follow_orders(&self, state: &State) {
        let mut lost = Vec::new();
        {
            let mut files = self.0.files.borrow_mut();
            files.retain(|number, _| state.orders.iter().any(|order| order.number == *number));
            for order in state
                .orders
                .iter()
                .filter(|order| !files.contains_key(&order.number))
                .copied()
                .collect::<Vec<_>>()
            {
                match self.make(order, state) {
                    Some(making) => drop(files.insert(order.number, making)),
                    None => lost.push(order.number),
                }
            }
        }
        // What the report was made of is gone. Said when nothing is borrowed: the answer may lead back here.
        for number in lost {
            self.say(Action::Made(number, words::FAILED.into()));
        }
    }

    fn make(&self, order: Order, state: &State) -> Option<Making> {
        let report = state.report(order.report)?;
        let told = Told { what: order.what, time: now(), confirmations: report.confirmations() };
        let check = self.check(report, state)?;
        let (room, late) = (self.clone(), self.clone());
        let watchdog = Timeout::new(HARD_LIMIT_MS, move || {
            late.say(Action::Made(order.number, words::FAILED.into()));
        });
        let call = Call::new(&self.0.crew, Request::File(Box::new(check), told), move |answer| {
            let sentence = match answer {
                Answer::File { name, bytes, note } if !bytes.is_undefined() => {
                    save(&name, &bytes);
                    words::made(&name, &note)
                }
                Answer::File { note, .. } => note,
                Answer::Died(..) => words::FAILED.into(),
                _ => return,
            };
            room.say(Action::Made(order.number, sentence));
        });
        Some(Making { _call: call, _watchdog: watchdog })
    }
}

/// Now, by minutes.
pub(super) fn now() -> String {
    let date = Date::new_0();
    let (month, day) = (date.get_month() + 1, date.get_date());
    let (hours, minutes) = (date.get_hours(), date.get_minutes());
    format!("{}-{month:02}-{day:02} {hours:02}:{minutes:02}", date.get_full_year())
}
