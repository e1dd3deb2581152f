//! Individual objectives of the Segretario generale and of dirigenti, as the OIV reports them.
//! Not here: names of people. An objective is given to a post; who holds it is not written here.

use crate::access::{Action, On, Person, Refusal, may};
use crate::number::Decimal;
use crate::period::Date;
use crate::plan::Plan;

/// An individual objective. It is personal data: a post has one holder. The last entry of a number
/// stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Individual {
    /// Its number in the plan, counted from 1.
    pub number: usize,
    /// The checkpoint that what is found refers to.
    pub round: Date,
    /// Whose it is.
    pub holder: Holder,
    /// The post: `Segretario generale`, `Dirigente area 1`.
    pub post: String,
    /// The code of the office that the post is in charge of, where there is one.
    pub office: Option<String>,
    /// The objective.
    pub objective: String,
    /// What it weighs among those of the post, in per cent.
    pub weight: Option<Decimal>,
    /// What is measured.
    pub indicator: String,
    /// What was expected in the period.
    pub expected: String,
    /// What was found.
    pub found: String,
    /// What is critical in it.
    pub concern: String,
    /// What should be done about it.
    pub remedy: String,
    /// What the OIV says of it, in per cent.
    pub assessed: Option<Decimal>,
    /// Whether it was taken back.
    pub withdrawn: bool,
}

/// Whose an individual objective is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// The Segretario generale.
    Secretary,
    /// A dirigente or posizione organizzativa.
    Head,
}

/// Somebody's look at individual objectives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Where: the name of the page or file.
    pub place: String,
    /// How many objectives were shown.
    pub count: u32,
    /// Whose: the posts.
    pub posts: String,
}

impl Holder {
    /// What one must be allowed to do in order to see objectives of theirs.
    ///
    /// ```
    /// use traguardo::{access::Action, desk::Holder};
    /// assert_eq!(Holder::Secretary.action(), Action::SeeSecretaryObjectives);
    /// ```
    #[must_use]
    pub fn action(self) -> Action {
        match self {
            Self::Secretary => Action::SeeSecretaryObjectives,
            Self::Head => Action::SeeHeadObjectives,
        }
    }
}

impl Individual {
    /// Whether somebody may see it: those of the Segretario generale, and those of heads in the
    /// whole body or of the office they are granted (Garante 204/2025, D.Lgs. 150/2009 art. 14).
    ///
    /// # Errors
    /// The reason why not.
    ///
    /// ```
    /// use traguardo::desk::{Holder, Individual};
    /// use traguardo::{period::parse_date, sample};
    /// let objective = Individual::new(parse_date("30/06/2020").unwrap(), Holder::Head);
    /// assert!(objective.may_be_seen(None, &sample::plan()).is_err());
    /// ```
    pub fn may_be_seen(&self, person: Option<&Person>, plan: &Plan) -> Result<(), Refusal> {
        let on = match &self.office {
            Some(office) => On::Office(plan, office),
            None => On::Body(&plan.body.ipa),
        };
        may(person, self.holder.action(), on)
    }

    /// One of which nothing is said yet.
    ///
    /// ```
    /// use traguardo::{desk::{Holder, Individual}, period::parse_date};
    /// assert!(Individual::new(parse_date("30/06/2020").unwrap(), Holder::Head).post.is_empty());
    /// ```
    #[must_use]
    pub fn new(round: Date, holder: Holder) -> Self {
        let [post, objective, indicator, expected, found, concern, remedy] =
            [const { String::new() }; 7];
        Self {
            number: 0,
            round,
            holder,
            post,
            office: None,
            objective,
            weight: None,
            indicator,
            expected,
            found,
            concern,
            remedy,
            assessed: None,
            withdrawn: false,
        }
    }
}
