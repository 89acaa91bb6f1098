//! Files to take along: each is made by a worker of its own and handed to the browser, which saves it.

use super::Engine;
use super::boot::save;
use super::client::{Answer, Call, Request, Told};
use crate::state::{Action, Order, State};
use crate::words::take as words;
use js_sys::Date;

impl Engine {
    /// Begins with the files that were asked for, and lets go of those that are done.
    pub(super) fn follow_orders(&self, state: &State) {
        let mut files = self.0.files.borrow_mut();
        files.retain(|number, _| state.orders.iter().any(|order| order.number == *number));
        for order in &state.orders {
            files.entry(order.number).or_insert_with(|| self.make(*order, state));
        }
    }

    fn make(&self, order: Order, state: &State) -> Option<Call> {
        let report = state.report(order.report)?;
        let told = Told { what: order.what, time: now(), confirmations: report.confirmations() };
        let check = self.check(report, state)?;
        let room = self.clone();
        Some(Call::new(Request::File(Box::new(check), told), move |answer| {
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
        }))
    }
}

/// Now, by minutes.
fn now() -> String {
    let date = Date::new_0();
    let (month, day) = (date.get_month() + 1, date.get_date());
    let (hours, minutes) = (date.get_hours(), date.get_minutes());
    format!("{}-{month:02}-{day:02} {hours:02}:{minutes:02}", date.get_full_year())
}
