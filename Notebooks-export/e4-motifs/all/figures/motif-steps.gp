# gnuplot 5.2 or newer: draws motif-steps.svg
reset
set encoding utf8
set decimalsign '.'
set title 'Greatest gain over +Grid of motifs with a step' font ',13'
set xlabel 'Planes of the step'
set ylabel 'Slots of the step'
set cblabel 'Gain (%)'
set xrange [0-0.5:6+0.5]
set yrange [-6-0.5:4+0.5]
set xtics 1 out nomirror scale 0.4
set ytics 1 out nomirror scale 0.4
unset key
set border 15 lw 0.5 lc rgb '#404040'
set palette defined (0 '#00224E', 1 '#123570', 2 '#3B496C', 3 '#575D6D', 4 '#707173', 5 '#8A8678', 6 '#A59C74', 7 '#C3B369', 8 '#E1CC55', 9 '#FEE838')
set terminal svg size 502,416 fixed standalone enhanced rounded name 'motif_steps' background rgb 'white' font 'Helvetica,12'
set output 'motif-steps.svg'
plot \
    'motif-steps.dat' index 0 using 1:2:3 with image pixels notitle
unset output
