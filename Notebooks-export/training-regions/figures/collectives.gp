# gnuplot 5.2 or newer: draws collectives.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set xtics out nomirror scale 0.6
set ytics out nomirror scale 0.6
set title font ',13'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set grid ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set title '10 billion bytes at each site'
set logscale y
set xrange [-0.6:7.6]
set xtics ("all-reduce\nring" 0, "all-reduce\nrecursive\ndoubling" 1, "all-reduce\nhalving and\ndoubling" 2, "all-reduce\ntree" 3, "all-reduce\nhierarchical" 4, "broadcast\ntree" 5, "broadcast\nhierarchical" 6, "all-to-all\npairwise" 7) font ',10'
set bmargin 7
set ylabel 'Time (s)'
set terminal svg size 920,440 fixed standalone enhanced rounded name 'collectives' background rgb 'white' font 'Helvetica,12'
set output 'collectives.svg'
plot \
    'collectives.dat' index 0 with points lc rgb '#0072B2' pt 7 ps 0.8 title 'mesh', \
    'collectives.dat' index 1 with points lc rgb '#D55E00' pt 5 ps 0.8 title 'fibre'
unset output
