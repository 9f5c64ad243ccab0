-- PostgreSQL looks at a sample of the pages anew for each tenth that they grow by, of 300 rows for each step of the finest
-- statistics of a column. For those of the index for searches it makes the vector of every page in the sample: four seconds
-- of a core for 30,000 pages, each time. A tenth of them tells as well which words are common; nothing asks by the rest.
ALTER INDEX page_search ALTER COLUMN 1 SET STATISTICS 10;
ALTER TABLE page
  ALTER document_id   SET STATISTICS 10,
  ALTER number        SET STATISTICS 10,
  ALTER width_points  SET STATISTICS 0,
  ALTER height_points SET STATISTICS 0,
  ALTER rotation      SET STATISTICS 0,
  ALTER text          SET STATISTICS 0,
  ALTER blocks        SET STATISTICS 0;
