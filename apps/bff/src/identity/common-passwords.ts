/**
 * What those who guess try first, as far as it is long enough to be set at all; in lower case. Ten guesses in a quarter
 * of an hour do not get through a long list, so a short one does.
 */
const common = new Set(
  `
  password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword pa55word password! password1!
  12345678 123456789 1234567890 0123456789 0987654321 987654321 87654321 11111111 111111111 1111111111 00000000
  000000000 0000000000 22222222 88888888 99999999 12341234 12121212 123123123 112233445566 11223344 1122334455
  147258369 123654789 159753456 789456123 123456789a a123456789 a12345678 12345678a 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y
  qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 1qaz2wsx 1qaz2wsx3edc qazwsxedc zaq12wsx qwer1234
  asdfghjk asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 abcd1234 abc12345 abcdefgh abcdefg1 abc123456 abcdefghi aa123456
  iloveyou iloveyou1 iloveyou2 sunshine sunshine1 princess princess1 football football1 baseball baseball1 basketball
  superman superman1 trustno1 welcome1 welcome123 letmein1 letmein123 changeme changeme1 changeme123 starwars
  whatever computer internet corvette mercedes michelle jennifer samantha victoria nicholas jonathan danielle
  charlie1 michael1 jordan23 monkey123 dragon123 shadow123 master123 admin123 admin1234 administrator root1234
  test1234 testtest test12345 demo1234 guest123 user1234 secret123 liverpool chelsea1 arsenal1 manchester
  blink182 metallica pokemon1 babygirl butterfly chocolate cheese123 freedom1 midnight november december
  september summer2024 summer2025 summer2026 winter2024 winter2025 winter2026 spring2026 autumn2026
  `.match(/\S+/gu),
);

/** Says whether a password is one of those guessed first: a common one, or what is known of the seller anyway. */
export function isCommonPassword(password: string, known: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  const isRepeated = new Set(plain).size < 3;
  return isRepeated || common.has(plain) || known.some((word) => word.toLowerCase() === plain);
}
