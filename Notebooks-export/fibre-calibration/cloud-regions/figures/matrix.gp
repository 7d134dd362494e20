# gnuplot 5.2 or newer: draws matrix.svg
reset
set encoding utf8
set decimalsign '.'
set title 'Round-trip time over the mesh less that of fibre (ms)' font ',13'
set xrange [-0.5:70.0-0.5]
set yrange [70.0-0.5:-0.5]
set size square
set xtics out nomirror scale 0.3 rotate by 90 right noenhanced font ',7' ('gcp:africa-south1' 0, 'gcp:asia-east1' 1, 'gcp:asia-east2' 2, 'gcp:asia-northeast1' 3, 'gcp:asia-northeast2' 4, 'gcp:asia-northeast3' 5, 'gcp:asia-south1' 6, 'gcp:asia-south2' 7, 'gcp:asia-southeast1' 8, 'gcp:asia-southeast2' 9, 'gcp:australia-southeast1' 10, 'gcp:australia-southeast2' 11, 'gcp:europe-central2' 12, 'gcp:europe-north1' 13, 'gcp:europe-southwest1' 14, 'gcp:europe-west1' 15, 'gcp:europe-west10' 16, 'gcp:europe-west12' 17, 'gcp:europe-west2' 18, 'gcp:europe-west3' 19, 'gcp:europe-west4' 20, 'gcp:europe-west6' 21, 'gcp:europe-west8' 22, 'gcp:europe-west9' 23, 'gcp:me-central1' 24, 'gcp:me-west1' 25, 'gcp:northamerica-northeast1' 26, 'gcp:northamerica-northeast2' 27, 'gcp:southamerica-east1' 28, 'gcp:southamerica-west1' 29, 'gcp:us-central1' 30, 'gcp:us-east1' 31, 'gcp:us-east4' 32, 'gcp:us-east5' 33, 'gcp:us-south1' 34, 'gcp:us-west1' 35, 'gcp:us-west2' 36, 'gcp:us-west3' 37, 'gcp:us-west4' 38, 'aws:ap-east-1' 39, 'aws:ap-northeast-1' 40, 'aws:ap-northeast-2' 41, 'aws:ap-northeast-3' 42, 'aws:ap-south-1' 43, 'aws:ap-southeast-1' 44, 'aws:ap-southeast-2' 45, 'aws:ca-central-1' 46, 'aws:eu-central-1' 47, 'aws:eu-north-1' 48, 'aws:eu-south-1' 49, 'aws:eu-west-1' 50, 'aws:eu-west-2' 51, 'aws:eu-west-3' 52, 'aws:us-east-1' 53, 'aws:us-east-2' 54, 'aws:us-west-1' 55, 'aws:us-west-2' 56, 'ibm:au-syd' 57, 'ibm:br-sao' 58, 'ibm:ca-central' 59, 'ibm:ca-tor' 60, 'ibm:eu-de' 61, 'ibm:eu-es' 62, 'ibm:eu-gb' 63, 'ibm:in-che' 64, 'ibm:in-mum' 65, 'ibm:jp-osa' 66, 'ibm:jp-tok' 67, 'ibm:us-east' 68, 'ibm:us-south' 69)
set ytics out nomirror scale 0.3  noenhanced font ',7' ('gcp:africa-south1' 0, 'gcp:asia-east1' 1, 'gcp:asia-east2' 2, 'gcp:asia-northeast1' 3, 'gcp:asia-northeast2' 4, 'gcp:asia-northeast3' 5, 'gcp:asia-south1' 6, 'gcp:asia-south2' 7, 'gcp:asia-southeast1' 8, 'gcp:asia-southeast2' 9, 'gcp:australia-southeast1' 10, 'gcp:australia-southeast2' 11, 'gcp:europe-central2' 12, 'gcp:europe-north1' 13, 'gcp:europe-southwest1' 14, 'gcp:europe-west1' 15, 'gcp:europe-west10' 16, 'gcp:europe-west12' 17, 'gcp:europe-west2' 18, 'gcp:europe-west3' 19, 'gcp:europe-west4' 20, 'gcp:europe-west6' 21, 'gcp:europe-west8' 22, 'gcp:europe-west9' 23, 'gcp:me-central1' 24, 'gcp:me-west1' 25, 'gcp:northamerica-northeast1' 26, 'gcp:northamerica-northeast2' 27, 'gcp:southamerica-east1' 28, 'gcp:southamerica-west1' 29, 'gcp:us-central1' 30, 'gcp:us-east1' 31, 'gcp:us-east4' 32, 'gcp:us-east5' 33, 'gcp:us-south1' 34, 'gcp:us-west1' 35, 'gcp:us-west2' 36, 'gcp:us-west3' 37, 'gcp:us-west4' 38, 'aws:ap-east-1' 39, 'aws:ap-northeast-1' 40, 'aws:ap-northeast-2' 41, 'aws:ap-northeast-3' 42, 'aws:ap-south-1' 43, 'aws:ap-southeast-1' 44, 'aws:ap-southeast-2' 45, 'aws:ca-central-1' 46, 'aws:eu-central-1' 47, 'aws:eu-north-1' 48, 'aws:eu-south-1' 49, 'aws:eu-west-1' 50, 'aws:eu-west-2' 51, 'aws:eu-west-3' 52, 'aws:us-east-1' 53, 'aws:us-east-2' 54, 'aws:us-west-1' 55, 'aws:us-west-2' 56, 'ibm:au-syd' 57, 'ibm:br-sao' 58, 'ibm:ca-central' 59, 'ibm:ca-tor' 60, 'ibm:eu-de' 61, 'ibm:eu-es' 62, 'ibm:eu-gb' 63, 'ibm:in-che' 64, 'ibm:in-mum' 65, 'ibm:jp-osa' 66, 'ibm:jp-tok' 67, 'ibm:us-east' 68, 'ibm:us-south' 69)
set palette defined (-1 '#0072B2', 0 '#FFFFFF', 1 '#D55E00')
set cbrange [-1:1]
unset key
set border 15 lw 0.5 lc rgb '#404040'
set terminal svg size 1230,1170 fixed standalone enhanced rounded name 'matrix' background rgb 'white' font 'Helvetica,12'
set output 'matrix.svg'
plot \
    'matrix.dat' index 0 using 1:2:3 with image pixels notitle
unset output
