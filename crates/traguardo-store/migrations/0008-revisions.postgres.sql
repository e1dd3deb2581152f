-- The views of the latest revision: a draft is none, and rows may be shared with an earlier one.

CREATE OR REPLACE VIEW bi_plan AS
SELECT p.id AS plan, p.body, b.name AS body_name, p.year::integer AS year,
       r.id AS revision, r.number::integer AS revision_number,
       r.saved_by, r.saved_at::timestamp AS saved_at
FROM plan p
JOIN body b ON b.ipa = p.body
JOIN LATERAL (
    SELECT l.id, l.number, l.saved_by, l.saved_at FROM revision l
    WHERE l.plan = p.id AND l.number > 0 ORDER BY l.number DESC LIMIT 1
) r ON true;

CREATE OR REPLACE VIEW bi_node AS
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
JOIN revision r ON r.id = p.revision
JOIN node n ON n.revision = coalesce(r.structure, r.id);

CREATE OR REPLACE VIEW bi_use AS
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
JOIN revision r ON r.id = p.revision
JOIN use u ON u.revision = coalesce(r.structure, r.id)
LEFT JOIN indicator i ON i.revision = u.revision AND i.code = u.indicator;

CREATE OR REPLACE VIEW bi_target AS
SELECT p.plan, p.body, p.year,
       coalesce(n.code, u.node) AS node, u.indicator, t.kind,
       CASE t.kind WHEN 'other_year' THEN t.term::integer ELSE p.year END AS target_year,
       CASE WHEN t.kind = 'periodic' AND t.term >= '0001' THEN t.term::date END AS checkpoint,
       CASE t.kind WHEN 'step' THEN t.term::numeric END AS step_score,
       t.verbatim
FROM bi_plan p
JOIN revision r ON r.id = p.revision
JOIN target t ON t.revision = coalesce(r.structure, r.id)
LEFT JOIN node n ON n.revision = t.revision AND t.owner = 'node' AND n.position = t.owner_position
LEFT JOIN use u ON u.revision = t.revision AND t.owner = 'use' AND u.position = t.owner_position;
