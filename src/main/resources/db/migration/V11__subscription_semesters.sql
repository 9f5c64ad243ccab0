-- The dates that a subscription gives to each semester, such as S1:2026-02-09..2026-05-22,S2:2026-07-20..2026-10-30.
ALTER TABLE calendar_subscription
  ADD COLUMN semesters text;                           -- null: semester_start and its end, or by the profile
