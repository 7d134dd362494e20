# gnuplot 5.2 or newer: draws rtt-ranks.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set xtics out nomirror scale 0.6
set ytics out nomirror scale 0.6
set title font ',13'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set grid ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set xrange [0.0:108.0]
set xlabel "Time since start (min)\n " offset 0,0.3
set title '20 routes, London – New York'
set yrange [47.176:74.768]
set ylabel 'Round-trip time (ms)'
set palette defined (0 '#00224E', 1 '#123570', 2 '#3B496C', 3 '#575D6D', 4 '#707173', 5 '#8A8678', 6 '#A59C74', 7 '#C3B369', 8 '#E1CC55', 9 '#FEE838')
set cbrange [1:20]
set cblabel 'Rank of the route'
set cbtics out scale 0.4
set terminal svg size 760,460 fixed standalone enhanced rounded name 'rtt_ranks' background rgb 'white' font 'Helvetica,12'
set output 'rtt-ranks.svg'
plot \
    'rtt-ranks.dat' index 0 using 1:2:3 with lines lw 1.0 lc palette notitle, \
    55.740775 with lines lw 1.2 dt (6,4) lc rgb 'black' title 'fibre'
unset output
