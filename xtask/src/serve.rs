//! Serves the finished page on this machine, as a careful server would.

use crate::build::{dist, site};
use crate::project::say;
use anyhow::{Result, anyhow};
use std::fs::File;
use std::path::{Component, Path, PathBuf};
use tiny_http::{Header, Request, Response, Server};

/// Builds the page and serves it until the program is ended.
pub(crate) fn serve(port: u16) -> Result<()> {
    site()?;
    let server = (port..port.saturating_add(20))
        .find_map(|port| Server::http(("127.0.0.1", port)).ok())
        .ok_or_else(|| anyhow!("no free port from {port} on; choose another with --port"))?;
    say(&format!("open http://{}/ in a browser; Ctrl+C ends the server", server.server_addr()));
    for request in server.incoming_requests() {
        if let Err(error) = answer(request) {
            say(&format!("a request was not answered: {error}"));
        }
    }
    Ok(())
}

fn answer(request: Request) -> Result<()> {
    match file_for(request.url()).and_then(|path| Some((File::open(&path).ok()?, path))) {
        Some((file, path)) => {
            let headers = [
                ("Content-Type", mime(&path)),
                ("Cache-Control", "no-cache"),
                ("X-Content-Type-Options", "nosniff"),
                ("Cross-Origin-Opener-Policy", "same-origin"),
            ];
            let response = headers
                .into_iter()
                .filter_map(|(name, value)| Header::from_bytes(name, value).ok())
                .fold(Response::from_file(file), Response::with_header);
            request.respond(response)?;
        }
        None => request.respond(Response::from_string("not found").with_status_code(404))?,
    }
    Ok(())
}

/// The file in `dist/` that an address stands for; none outside of it.
fn file_for(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    let plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    plain.then(|| dist().join(path)).filter(|path| path.is_file())
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::file_for;

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for url in ["/../Cargo.toml", "/static/../../Cargo.toml", "//etc/passwd", "/..%2fCargo.toml"] {
            assert_eq!(file_for(url), None, "{url}");
        }
    }
}
