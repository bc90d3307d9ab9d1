-- When money was settled; what an owner said about the time in words; each reason by itself; urges that count; changes of time.
alter table slip add column settled_at timestamp(3);
update slip set settled_at = (select max(b.reviewed_at) from bill b where b.slip_number = slip.number) where final_amount is not null;
update slip set settled_at = coalesce(finished_at, opened_at) where final_amount is not null and settled_at is null;

alter table slip add column wanted_note varchar(100);

alter table slip add column repeats_counted int default 0 not null;
alter table slip add column repeats_last_at timestamp(3);
-- what counted by the rule of then goes on counting: no class goes down
update slip set repeats_counted = urges + complaints;

-- The one last reason had been overwritten by whatever came later; the history has kept each.
alter table slip add column reason_visit varchar(1000);
alter table slip add column reason_deferral varchar(1000);
alter table slip add column reason_help varchar(1000);
alter table slip add column reason_complaint varchar(1000);
alter table slip add column reason_improvement varchar(1000);
alter table slip add column reason_cancellation varchar(1000);
update slip set reason_visit = (select substring(h.text from position('：' in h.text) + 1 for 1000) from history_entry h where h.id = (select max(l.id)
  from history_entry l where l.slip_number = slip.number and (l.text like '业主不在：%' or l.text like '转单给 %：%' or l.text like '退单：%')));
update slip set reason_deferral = (select substring(h.text from 6 for 1000) from history_entry h where h.id = (select max(l.id)
  from history_entry l where l.slip_number = slip.number and l.text like '暂缓维修：%'));
update slip set reason_help = (select substring(h.text from 8 for 1000) from history_entry h where h.id = (select max(l.id)
  from history_entry l where l.slip_number = slip.number and l.text like '请求技术支援：%'));
update slip set reason_complaint = (select substring(h.text from 6 for 1000) from history_entry h where h.id = (select max(l.id)
  from history_entry l where l.slip_number = slip.number and l.text like '业主投诉：%'));
update slip set reason_improvement = (select substring(h.text from 6 for 1000) from history_entry h where h.id = (select max(l.id)
  from history_entry l where l.slip_number = slip.number and l.text like '需要改进：%'));
update slip set reason_cancellation = (select substring(h.text from 6 for 1000) from history_entry h where h.id = (select max(l.id)
  from history_entry l where l.slip_number = slip.number and l.text like '业主取消：%'));

alter table history_entry add column about_time boolean default false not null;
update history_entry set about_time = true
 where clause = '4.6.4' and (text like '暂缓维修：%' or text like '已告知业主原因，约定 %') or clause = '5.1' and text like '报告超时，预计 %'
    or clause = '4.6.2' and text like '重新预约 %' or clause = '5.2' and text like '批准继续维修，至 %';

-- When it was noted that a certificate has run out after the slip was picked up (Q3).
alter table assignment add column lapse_noted_at timestamp(3);
