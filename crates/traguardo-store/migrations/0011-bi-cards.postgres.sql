-- The card of an objective in the view of nodes, after the columns that were there.

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
          AND m.kind = 'responsible') AS responsible,
       n.card_reference, n.card_kind, n.card_benefit, n.card_result,
       n.assessed::numeric AS assessed, n.assessed_reason
FROM bi_plan p
JOIN revision r ON r.id = p.revision
JOIN node n ON n.revision = coalesce(r.structure, r.id);
