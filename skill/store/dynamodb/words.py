"""What documents are full of: packed with it, a word costs as little the first time as the next.

It must never change, not by a letter: what was packed with it can be unpacked with nothing else. Better words
need a form of their own beside this one (``skill.store.dynamodb.item.pack``). What stands last costs least.
A word that is missing costs some bytes, and nothing else.
"""

WORDS = (
    b"eyes_closed_stand plain_lunge high_wall_sit half_squat adductor_raise heel_up_wall_sit "
    b"single_leg_calf_raise single_leg_bridge high_knee_step_up single_leg_good_morning pause_squat "
    b"wall_sit side_leg_raise calf_raise jump_squat glute_bridge lunge single_leg_stand step_up "
    b'good_morning squat why=spare why=top why=steady was= extra=1 times=2 spare=5 "2026-01-12",'
    b'"2026-02-05 8 110 1432 840","2025-12 9 135 1782 1140"],"first_week":"2025-10-06","weeks":"2222",'
    b'"standings":["squat 2025-10-06 2026-01-05 first=squat:15:0::0 rung=squat:15:0::0","months":[],,'
    b'"history":[["2026-01-05",3,"calf_raise 8 8,8,8 effort=hard","glute_bridge 15 15,15,15 '
    b'effort=right","side_leg_raise 15 15/15,15/15,15/15 effort=easy","wall_sit 20s 20,20,20",'
    b'"single_leg_stand 30s 30/30,30/30,30/30"]],"past":{"until":null,"standings":[],"months":[],'
    b'"first_week":null,"weeks":""},"times":[["2026-01-05",3,[]]],"runs":[]}"stretch_calf",'
    b'"stretch_glutes","stretch_hamstring","stretch_quadriceps","warm_up_half_squat",'
    b'"warm_up_heels_to_bottom","warm_up_hinge","warm_up_leg_swing","warm_up_march"],'
    b'"familiar":[{"schema":3,"question":null,"question":"next_stretch","greeted":true,'
    b'"simple_devices":[],"zone":["Europe/","handled":"","preferences":{"exercises":5,"rounds":3,'
    b'"pacing":"keep_going","beat_percent":100,"simple_speech":false,"minutes":null,"beats":[],'
    b'"rest_percent":100,"talk":"full","units":null,"first_side":"left","equipment":[],'
    b'"avoided_tools":[],"avoided_joints":[],"loads":[],"frozen":[],"swaps":[],"light_day":null,'
    b'"ticks":false},"workout":null,"workout":{"plan":{"day":"2026-01-05","exercises":[""],"rounds":3,'
    b'"stretches":["calf","quadriceps","hamstring","glutes"],"warm_up":["march","heels_to_bottom",'
    b'"leg_swing","hinge","half_squat"],"first_side":"left","rest_percent":100,"changes":[]},'
    b'"number":1,"place":["announcing",0,0,0,null],"tally":[15,0,15,15,30,30,10,0,15,15,10,10,1,1,1,1,'
    b'1,1],"marks":[[0,0,"warming_up",0,0,0,null],[300,0,"announcing",0,0,0,null],[0,0,"paused",0,0,0,'
    b'null],[0,0,"holding",0,0,0,null],[0,0,"counting",0,0,0,null],"changing_sides",0,0,0,null],[0,0,'
    b'"resting",0,0,0,null],[0,0,"finished",7,0,0,null]],[300,0,"stretching",2,0,25000,null],[0,0,'
    b'"stretching",1,0,0,null]],"began_at":"2026-01-05T18:00:00+00:00","efforts":[],"corrections":[],'
    b'"times":[[0,202,45],[2,315,45]],"device":""}'
)
