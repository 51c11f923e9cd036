//! Two surveys, or an inventory on two days, side by side.

use jiff::civil::Date;

use super::known::Known;
use super::state::{self, State};
use super::{Config, Failure, Kept, Library, Progress, Request, files, kept};
use crate::inventory::{Inventory, Sides, compare};
use crate::locale::Message;
use crate::model::{Comparison, SideOf};
use crate::store::{Decision, Store, StoreError, Survey, SurveyId};

/// What is compared, what is before first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Between {
    /// Two surveys, whatever became of them.
    Surveys([SurveyId; 2]),
    /// The state on two days.
    Days([Date; 2]),
}

/// Holds two surveys or two days of a project's inventory against each other.
pub fn comparison(
    config: &Config,
    between: Between,
    drafts: bool,
    library: &Library,
    progress: &dyn Progress,
) -> Result<Comparison, Failure> {
    let request = config.request(drafts);
    let (sides, states, since) = match between {
        Between::Surveys(surveys) => (
            surveys.map(|SurveyId(number)| SideOf::Survey(number)),
            of_surveys(&request, surveys, library)?,
            None,
        ),
        Between::Days([from, to]) if from > to => {
            let message = Message::new("failure-days").with("from", from).with("to", to);
            return Err(Failure::Input(message));
        }
        Between::Days([from, to]) => {
            let on = |day| {
                let request = Request { as_of: Some(day), ..request.clone() };
                let State { inventory, .. } = state::state(&request, library, &[], progress)?;
                Ok::<_, Failure>(inventory)
            };
            ([from, to].map(SideOf::Day), [on(from)?, on(to)?], Some(from))
        }
    };
    let [before, after] = &states;
    let (counts, facilities) = compare(Sides { before, after, since, usual: request.jurisdiction.as_ref() });
    Ok(Comparison { sides, counts, facilities })
}

/// What each of two surveys says, by itself.
fn of_surveys(
    request: &Request,
    [before, after]: [SurveyId; 2],
    library: &Library,
) -> Result<[Inventory; 2], Failure> {
    let Some(Kept { address, .. }) = &request.kept else {
        return Err(Failure::Input(Message::new("failure-no-rows")));
    };
    let mut store = address.read(files::now()).map_err(Failure::store(address))?;
    let surveys = store.surveys().map_err(Failure::store(address))?;
    let decisions = store.decisions().map_err(Failure::store(address))?;
    let mut one = |id: SurveyId| {
        let found = surveys.iter().find(|survey| survey.id == id).ok_or(StoreError::NoSurvey(id));
        let said = found.and_then(|survey| said(&mut *store, survey, &decisions, library));
        state::placed(said.map_err(Failure::store(address))?, request, library)
    };
    Ok([one(before)?, one(after)?])
}

fn said(
    store: &mut dyn Store,
    survey: &Survey,
    decisions: &[Decision],
    library: &Library,
) -> Result<Inventory, StoreError> {
    let known = Known::new(None, files::now());
    let reading = kept::read(store, kept::of_survey(survey), decisions, library, &known)?;
    Ok(reading.builder.build(Date::MAX).0)
}
