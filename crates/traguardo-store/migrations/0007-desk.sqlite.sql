-- What is only ever added.

CREATE TRIGGER context_tag_never_updated BEFORE UPDATE ON context_tag
BEGIN SELECT RAISE(ABORT, 'a row of context_tag is never updated'); END;

CREATE TRIGGER context_tag_never_deleted BEFORE DELETE ON context_tag
BEGIN SELECT RAISE(ABORT, 'a row of context_tag is never deleted'); END;

CREATE TRIGGER context_tag_never_replaced BEFORE INSERT ON context_tag
WHEN EXISTS (SELECT 1 FROM context_tag WHERE body = NEW.body AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a row of context_tag is never replaced'); END;

CREATE TRIGGER observation_never_updated BEFORE UPDATE ON observation
BEGIN SELECT RAISE(ABORT, 'a row of observation is never updated'); END;

CREATE TRIGGER observation_never_deleted BEFORE DELETE ON observation
BEGIN SELECT RAISE(ABORT, 'a row of observation is never deleted'); END;

CREATE TRIGGER observation_never_replaced BEFORE INSERT ON observation
WHEN EXISTS (SELECT 1 FROM observation WHERE plan = NEW.plan AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a row of observation is never replaced'); END;

CREATE TRIGGER assessment_never_updated BEFORE UPDATE ON assessment
BEGIN SELECT RAISE(ABORT, 'a row of assessment is never updated'); END;

CREATE TRIGGER assessment_never_deleted BEFORE DELETE ON assessment
BEGIN SELECT RAISE(ABORT, 'a row of assessment is never deleted'); END;

CREATE TRIGGER assessment_never_replaced BEFORE INSERT ON assessment
WHEN EXISTS (SELECT 1 FROM assessment WHERE plan = NEW.plan AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a row of assessment is never replaced'); END;

CREATE TRIGGER proposal_never_updated BEFORE UPDATE ON proposal
BEGIN SELECT RAISE(ABORT, 'a row of proposal is never updated'); END;

CREATE TRIGGER proposal_never_deleted BEFORE DELETE ON proposal
BEGIN SELECT RAISE(ABORT, 'a row of proposal is never deleted'); END;

CREATE TRIGGER proposal_never_replaced BEFORE INSERT ON proposal
WHEN EXISTS (SELECT 1 FROM proposal WHERE plan = NEW.plan AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a row of proposal is never replaced'); END;

CREATE TRIGGER sample_never_updated BEFORE UPDATE ON sample
BEGIN SELECT RAISE(ABORT, 'a row of sample is never updated'); END;

CREATE TRIGGER sample_never_deleted BEFORE DELETE ON sample
BEGIN SELECT RAISE(ABORT, 'a row of sample is never deleted'); END;

CREATE TRIGGER sample_never_replaced BEFORE INSERT ON sample
WHEN EXISTS (SELECT 1 FROM sample WHERE plan = NEW.plan AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a row of sample is never replaced'); END;

CREATE TRIGGER sample_candidate_never_updated BEFORE UPDATE ON sample_candidate
BEGIN SELECT RAISE(ABORT, 'a row of sample_candidate is never updated'); END;

CREATE TRIGGER sample_candidate_never_deleted BEFORE DELETE ON sample_candidate
BEGIN SELECT RAISE(ABORT, 'a row of sample_candidate is never deleted'); END;

CREATE TRIGGER sample_candidate_never_replaced BEFORE INSERT ON sample_candidate
WHEN EXISTS (SELECT 1 FROM sample_candidate WHERE plan = NEW.plan AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a row of sample_candidate is never replaced'); END;

CREATE TRIGGER work_paper_never_updated BEFORE UPDATE ON work_paper
BEGIN SELECT RAISE(ABORT, 'a row of work_paper is never updated'); END;

CREATE TRIGGER work_paper_never_deleted BEFORE DELETE ON work_paper
BEGIN SELECT RAISE(ABORT, 'a row of work_paper is never deleted'); END;

CREATE TRIGGER work_paper_never_replaced BEFORE INSERT ON work_paper
WHEN EXISTS (SELECT 1 FROM work_paper WHERE plan = NEW.plan AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a row of work_paper is never replaced'); END;

CREATE TRIGGER minutes_never_updated BEFORE UPDATE ON minutes
BEGIN SELECT RAISE(ABORT, 'a row of minutes is never updated'); END;

CREATE TRIGGER minutes_never_deleted BEFORE DELETE ON minutes
BEGIN SELECT RAISE(ABORT, 'a row of minutes is never deleted'); END;

CREATE TRIGGER minutes_never_replaced BEFORE INSERT ON minutes
WHEN EXISTS (SELECT 1 FROM minutes WHERE plan = NEW.plan AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a row of minutes is never replaced'); END;

CREATE TRIGGER individual_never_updated BEFORE UPDATE ON individual
BEGIN SELECT RAISE(ABORT, 'a row of individual is never updated'); END;

CREATE TRIGGER individual_never_deleted BEFORE DELETE ON individual
BEGIN SELECT RAISE(ABORT, 'a row of individual is never deleted'); END;

CREATE TRIGGER individual_never_replaced BEFORE INSERT ON individual
WHEN EXISTS (SELECT 1 FROM individual WHERE plan = NEW.plan AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a row of individual is never replaced'); END;

CREATE TRIGGER look_never_updated BEFORE UPDATE ON look
BEGIN SELECT RAISE(ABORT, 'a row of look is never updated'); END;

CREATE TRIGGER look_never_deleted BEFORE DELETE ON look
BEGIN SELECT RAISE(ABORT, 'a row of look is never deleted'); END;

CREATE TRIGGER look_never_replaced BEFORE INSERT ON look
WHEN EXISTS (SELECT 1 FROM look WHERE body = NEW.body AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a row of look is never replaced'); END;
