-- Views with natural types for people with BI tools: numeric, date, timestamp, boolean, integer,
-- and the latest revision of each plan only. They are read, never written, and no program of ours
-- reads them. A year before 1 is no date to PostgreSQL: it shows as a blank.

CREATE VIEW bi_body AS
SELECT b.ipa AS body, b.name FROM body b;

CREATE VIEW bi_plan AS
SELECT p.id AS plan, p.body, b.name AS body_name, p.year::integer AS year,
       r.id AS revision, r.number::integer AS revision_number,
       r.saved_by, r.saved_at::timestamp AS saved_at
FROM plan p
JOIN body b ON b.ipa = p.body
JOIN LATERAL (
    SELECT l.id, l.number, l.saved_by, l.saved_at FROM revision l
    WHERE l.plan = p.id ORDER BY l.number DESC LIMIT 1
) r ON true;

CREATE VIEW bi_node AS
SELECT p.plan, p.body, p.year, n.position::integer AS position,
       n.code AS node, n.parent, n.level, n.title,
       n.weight::numeric AS weight,
       n.quota_indicators::numeric AS quota_indicators,
       n.quota_children::numeric AS quota_children,
       n.mission, n.pira = 1 AS pira,
       n.complexity::numeric AS complexity, n.capability::numeric AS capability,
       n.innovation::numeric AS innovation,
       n.status, n.note,
       (SELECT string_agg(m.mentioned, ', ' ORDER BY m.position) FROM mention m
        WHERE m.revision = n.revision AND m.owner = 'node' AND m.owner_position = n.position
          AND m.kind = 'responsible') AS responsible
FROM bi_plan p
JOIN node n ON n.revision = p.revision;

-- One row for each indicator under each node that uses it.
CREATE VIEW bi_use AS
SELECT p.plan, p.body, p.year, u.position::integer AS position,
       u.node, u.indicator, coalesce(u.title, i.title) AS title,
       u.weight::numeric AS weight,
       i.measure, i.direction, i.formula, i.source, i.frequency,
       i.accumulates = 1 AS accumulates,
       u.mission, u.pira = 1 AS pira,
       u.complexity::numeric AS complexity, u.capability::numeric AS capability,
       u.innovation::numeric AS innovation,
       u.status, u.note,
       (SELECT string_agg(m.mentioned, ', ' ORDER BY m.position) FROM mention m
        WHERE m.revision = u.revision AND m.owner = 'use' AND m.owner_position = u.position
          AND m.kind = 'responsible') AS responsible,
       (SELECT string_agg(m.mentioned, ', ' ORDER BY m.position) FROM mention m
        WHERE m.revision = u.revision AND m.owner = 'use' AND m.owner_position = u.position
          AND m.kind = 'collector') AS collectors
FROM bi_plan p
JOIN use u ON u.revision = p.revision
LEFT JOIN indicator i ON i.revision = u.revision AND i.code = u.indicator;

-- indicator is NULL for the target of a node itself. target_year: the year it is for; checkpoint:
-- the day of a periodic target; step_score: the score that a step gives.
CREATE VIEW bi_target AS
SELECT p.plan, p.body, p.year,
       coalesce(n.code, u.node) AS node, u.indicator, t.kind,
       CASE t.kind WHEN 'other_year' THEN t.term::integer ELSE p.year END AS target_year,
       CASE WHEN t.kind = 'periodic' AND t.term >= '0001' THEN t.term::date END AS checkpoint,
       CASE t.kind WHEN 'step' THEN t.term::numeric END AS step_score,
       t.verbatim
FROM bi_plan p
JOIN target t ON t.revision = p.revision
LEFT JOIN node n ON n.revision = t.revision AND t.owner = 'node' AND n.position = t.owner_position
LEFT JOIN use u ON u.revision = t.revision AND t.owner = 'use' AND u.position = t.owner_position;

-- Every reading; counts: it is the last one registered of its indicator, part, day and body.
CREATE VIEW bi_reading AS
SELECT p.plan, p.body, p.year, o.position::integer AS position,
       o.indicator, CASE WHEN o.date >= '0001' THEN o.date::date END AS date, o.kind,
       o.number::numeric AS number, o.measure,
       o.numerator::numeric AS numerator, o.denominator::numeric AS denominator,
       o.numerator::numeric / nullif(o.denominator::numeric, 0) AS quotient,
       CASE WHEN o.done_on >= '0001' THEN o.done_on::date END AS done_on,
       o.yes = 1 AS yes, o.unread, o.part::integer AS part, o.body AS of_body,
       o.state, o.source, o.note,
       CASE WHEN o.recorded_at >= '0001' THEN o.recorded_at::timestamp END AS recorded_at,
       o.recorded_by, o.reason,
       row_number() OVER (
           PARTITION BY o.plan, o.indicator, o.part, o.date, o.body
           ORDER BY o.recorded_at DESC NULLS LAST, o.position DESC
       ) = 1 AS counts
FROM bi_plan p
JOIN reading o ON o.plan = p.plan;
