-- What the schema consists of, one entry for each thing, without the order of columns.
WITH relation AS (
  SELECT c.* FROM pg_class c
  WHERE relnamespace = 'public'::regnamespace AND relname !~ '^flyway_schema_history'
), entry (text) AS (
  SELECT concat_ws(' ', 'table', relname, CASE relpersistence WHEN 'u' THEN 'unlogged' END,
      CASE WHEN relkind <> 'r' THEN 'of kind ' || relkind::text END, 'with ' || reloptions::text,
      CASE WHEN relrowsecurity THEN 'row security' END,
      'replica identity ' || nullif(relreplident, 'd')::text, relacl::text)
    FROM relation WHERE relkind NOT IN ('i', 'S')
  UNION ALL
  SELECT concat_ws(' ', 'column', relname || '.' || attname, format_type(atttypid, atttypmod),
      CASE WHEN attnotnull THEN 'not null' END, 'default ' || pg_get_expr(adbin, adrelid),
      'identity ' || nullif(attidentity, '')::text, 'generated ' || nullif(attgenerated, '')::text,
      'collate ' || nullif(attcollation, typcollation)::regcollation,
      'storage ' || nullif(attstorage, typstorage)::text, 'compression ' || nullif(attcompression, '')::text,
      'statistics ' || attstattarget, attoptions::text, attacl::text)
    FROM relation JOIN pg_attribute a ON attrelid = relation.oid JOIN pg_type t ON t.oid = atttypid
      LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE relkind NOT IN ('i', 'S') AND attnum > 0 AND NOT attisdropped
  UNION ALL
  SELECT concat_ws(' ', 'constraint', relname || '.' || conname, pg_get_constraintdef(c.oid),
      CASE WHEN NOT convalidated THEN 'not validated' END)
    FROM relation JOIN pg_constraint c ON conrelid = relation.oid
    WHERE contype <> 'n' -- columns say that
  UNION ALL
  SELECT concat_ws(' ', 'index', relname, pg_get_indexdef(indexrelid), CASE WHEN indisclustered THEN 'clustered' END,
      CASE WHEN NOT indisvalid THEN 'invalid' END)
    FROM relation JOIN pg_index ON indexrelid = relation.oid
  UNION ALL
  SELECT concat_ws(' ', 'statistics', relname || '.' || attname, attstattarget)
    FROM relation JOIN pg_attribute ON attrelid = relation.oid
    WHERE relkind = 'i' AND attstattarget IS NOT NULL
  UNION ALL
  SELECT concat_ws(' ', 'statistics', pg_get_statisticsobjdef(oid)) FROM pg_statistic_ext
  UNION ALL
  SELECT concat_ws(' ', 'sequence', sequencename, data_type, 'from', start_value, 'to', max_value, 'by', increment_by,
      'cache', cache_size, CASE WHEN cycle THEN 'cycle' END)
    FROM pg_sequences WHERE schemaname = 'public'
  UNION ALL
  SELECT concat_ws(' ', 'function', pg_get_functiondef(oid), proacl::text)
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL
  SELECT concat_ws(' ', 'trigger', relname || '.' || tgname, pg_get_triggerdef(t.oid), 'enabled ' || nullif(tgenabled, 'O')::text)
    FROM relation JOIN pg_trigger t ON tgrelid = relation.oid WHERE NOT tgisinternal
  UNION ALL
  SELECT concat_ws(' ', 'view', relname, pg_get_viewdef(oid)) FROM relation WHERE relkind IN ('v', 'm')
  UNION ALL
  SELECT concat_ws(' ', 'rule', rulename, pg_get_ruledef(r.oid))
    FROM relation JOIN pg_rewrite r ON ev_class = relation.oid WHERE relkind NOT IN ('v', 'm')
  UNION ALL
  SELECT concat_ws(' ', 'policy', relname || '.' || polname) FROM relation JOIN pg_policy ON polrelid = relation.oid
  UNION ALL
  SELECT concat_ws(' ', 'type', typname, 'of kind ' || typtype::text)
    FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd', 'r', 'm')
  UNION ALL
  SELECT concat_ws(' ', 'schema', nspname) FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema$'
  UNION ALL
  SELECT concat_ws(' ', 'extension', extname) FROM pg_extension
  UNION ALL
  SELECT concat_ws(' ', 'comment', pg_describe_object(classoid, objoid, objsubid), description)
    FROM pg_description JOIN relation ON relation.oid = objoid
  UNION ALL
  SELECT concat_ws(' ', 'rows', relname, row)
    FROM relation, unnest(xpath('/table/row/*/text()', query_to_xml(
      format('SELECT to_jsonb(t)::text AS row FROM %I t', relname), false, false, '')::xml)::text[]) AS row
    WHERE relkind = 'r'
)
SELECT text FROM entry ORDER BY text COLLATE "C";
