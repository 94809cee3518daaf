/** vis-network, which the template puts before the page's script. */
declare const vis: any;
