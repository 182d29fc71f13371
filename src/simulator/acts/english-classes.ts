/** Words that do the same in an agent’s sentence: a class a line, its name first. */
export const englishClasses = `
ORD order orders booking reservation ticket parcel package tracking case claim confirmation invoice shipment delivery consignment reference receipt request complaint purchase incident rma itinerary
NUM number numbers id ids code no ref digits digit
WHO name surname birthday birth dob account pin password passcode zip postcode card security maiden ssn passport license licence username birthdate passphrase signature identity holder cardholder memorable
ATT date time day colour color size address city destination departure origin budget location guests people seats passengers class type kind brand model version airline street station neighbourhood neighborhood area price range preference symptoms reason email phone message error photo screenshot picture department topic title cuisine
REM refund replacement voucher discount credit exchange return coupon upgrade reimbursement compensation callback rebate alternative substitute goodwill gift extension repair cashback
DO replace send resend book cancel change move waive reset unlock reserve arrange schedule add remove extend reship ship issue apply transfer process block freeze switch swap refill reorder rebook put get give take set fix cover offer top submit open update register close delete file make enter log raise
DONE refunded replaced sent resent booked cancelled canceled changed moved exchanged upgraded waived credited unlocked reserved arranged scheduled added removed extended reshipped shipped issued applied transferred processed blocked frozen switched swapped rebooked fixed repaired submitted opened updated registered closed deleted filed made entered logged raised confirmed placed reordered emailed forwarded activated completed corrected linked merged saved done sorted settled stopped released restored approved recorded noted signed adjusted
LOOK check look see find search pull verify investigate ask confirm review trace dig examine
WAIT moment moments second seconds minute minutes sec bit while hold wait bear patience instant shortly soon
TEAM manager supervisor team specialist colleague senior lead boss representative human technician engineer expert duty office desk line tier level head superior agent nurse doctor management
BAD frustrating annoying upsetting stressful disappointing awful terrible horrible scary worrying painful unpleasant infuriating maddening exhausting inconvenient rough tough hard nasty miserable dreadful horrid sad unfair confusing nerve-racking distressing shocking tiring hurtful difficult unsettling inconvenience trouble hassle pain nightmare letdown mess stress frustration worry annoyance disappointment
FEEL frustrated annoyed upset stressed disappointed worried scared angry cross anxious furious tired confused mad shaken feel feeling feels
NONE none nothing unavailable sold gone empty full exhausted unlisted offline missing nobody nowhere
MUST must required require requires policy rule rules allowed permitted only need needs mandatory minimum maximum limit limited applies terms conditions law regulations eligible non-refundable nonrefundable
UNIT hours days weeks months hour week month working business year years evening morning afternoon night noon midnight
HI hello hi hey hiya greetings howdy welcome heya hullo
THX thank thanks cheers appreciate appreciated grateful ta
BYE bye goodbye farewell cheerio ciao
SOR sorry apologise apologize apologies apology apologising apologizing pardon forgive regret
ACK ok alright right sure understood perfect great gotcha certainly absolutely course fine got cool yes yep lovely
ELSE else further more another other additional otherwise extra
HELP help assist assistance support service questions question anything something concerns
GET arrive arrives receive come reach land hear know
BE is are was were
HAVE have has had
WILL will shall going
CAN can could may might would
I i we
YOU you u
MY my our
YOUR your yours
WHEN when where which what who how why
LEAVE leaves departs opens closes costs starts runs takes stands comes goes serves lands ends weighs includes
PLACE hotel restaurant flight train bus flat apartment room table seat car driver ride clinic venue museum park hall gate platform terminal branch shop store
`;

/** Words that stand for themselves beside the classes. */
export const englishPlain = `a an the this that these those to of for in on at by with from about into out up down over off after before until
and or but so then if because though as than not no any some all each every both either only just still already also too very really
it he she they them him her his its us me there here do does did done be been being let us please one two three four five
what which when where who how why got make makes much many more most like want would get gets go goes say says tell told see sees
back again now new same other if than same own under per between`;
