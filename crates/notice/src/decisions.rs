//! Decisions about people: in which fields their outcomes lie, and which of them a program may bring
//! about without a human (Art. 22).

use crate::model::{
    AutomatedDecision, Basis, Collect, Field, FieldType, Named, Notice, Service, Source,
};

/// The category of a field that holds a decision about the person.
const DECIDED: &str = "decision";

/// The grounds of Art. 9(2) on which Art. 22(4) lets a decision look at special categories.
const SPECIAL: [&str; 2] = ["explicit-consent", "public-interest"];

impl AutomatedDecision {
    /// Whether this field of this kind is its outcome.
    pub fn sets(&self, kind: &str, field: &str) -> bool {
        let is = |of: &Option<Named>, name: &str| of.as_ref().is_some_and(|of| of.value == name);
        is(&self.kind, kind) && is(&self.field, field)
    }

    /// Whether what permits the decision fits the purposes of its field: a contract or a law carries
    /// one of them, a consent all.
    pub fn basis_fits(&self, notice: &Notice, field: &Field) -> bool {
        let mut bases = field.purposes.iter().map(|named| {
            let purpose = notice.purpose(&named.value);
            purpose.and_then(|purpose| purpose.basis)
        });
        match self.basis.as_ref().map(|basis| basis.value.as_str()) {
            Some("contract") => bases.any(|basis| basis == Some(Basis::Contract)),
            Some("law") => {
                let by_law = [Some(Basis::LegalObligation), Some(Basis::PublicTask)];
                !self.law.is_empty() && bases.any(|basis| by_law.contains(&basis))
            }
            Some("consent") => field.by_consent_alone(notice),
            _ => false,
        }
    }
}

impl Notice {
    /// The declared decision whose outcome is this field.
    pub fn decision_on(&self, kind: &str, field: &str) -> Option<&AutomatedDecision> {
        self.decisions().find(|decision| decision.sets(kind, field))
    }

    /// The decisions that programs make.
    pub fn decisions(&self) -> impl Iterator<Item = &AutomatedDecision> {
        self.automated_decisions.iter().flatten()
    }

    /// Whether a decision about the person lies in this field: of a register that staff keep, where
    /// its category says so or a declared decision names it. What the program's own services write
    /// they decide as their code does.
    pub fn holds_decision(&self, kind: &str, field: &str) -> bool {
        let of = |(service, collect): &(&Service, &Collect)| {
            service.runs.is_some() && collect.kind == kind
        };
        let decided = |field: &Field| field.category == DECIDED;
        self.kinds().find(of).is_some_and(|(_, collect)| {
            collect.field(field).is_some_and(decided) || self.decision_on(kind, field).is_some()
        })
    }

    /// A field of a special category that the decision looks at and that no ground of Art. 22(4) lets
    /// it look at.
    pub fn special_in<'a>(&'a self, decision: &'a AutomatedDecision) -> Option<&'a Field> {
        let kind = self.kind(&decision.kind.as_ref()?.value)?;
        let whole = kind.part_of.as_ref().and_then(|whole| self.kind(&whole.value));
        let used = |field: &&Field| {
            decision.uses.is_empty() || decision.uses.iter().any(|of| of.value == field.name)
        };
        let allowed =
            |field: &Field| field.ground.as_deref().is_some_and(|ground| SPECIAL.contains(&ground));
        let fields = std::iter::once(kind).chain(whole).flat_map(|kind| &kind.fields);
        fields.filter(used).find(|field| field.category == "special" && !allowed(field))
    }
}

impl Collect {
    /// The field that tells how a record stands. Its value lies unsealed beside the record, so that
    /// lists can be narrowed and counted by it: only what staff decide, never what a person said.
    pub fn state_field(&self) -> Option<&Field> {
        let held = |field: &Field| self.holds.iter().any(|hold| hold.field == field.name);
        let decided = |field: &&Field| {
            field.category != "special" && (held(field) || field.category == DECIDED)
        };
        let choice = |field: &&Field| matches!(field.ty, FieldType::Choice(_));
        let of_staff = self.source == Some(Source::Staff);
        self.fields.iter().filter(|_| of_staff).filter(choice).find(decided)
    }
}
