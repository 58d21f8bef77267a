using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>
/// Words that say nothing about which event a report is of. Rarity in the window finds most such words by itself; this list holds when
/// the window is small, or one language is rare in it.
/// </summary>
internal static class CommonWords
{
    private const string English = """
        a about above according across after again against ago all along already also although always am among an and another any are around as ask at away
        back be became because been before began being below between both but by call called came can cannot city come could country day days decide did do does done down during
        each early end even ever every expect expected far few first five follow following for former found four from full further gave get give given go going good got great group
        had has have he her here him his hold home hour hours how however if in including into is issue it its itself just keep key know known
        large last late later latest least leave led left less like likely local long look made main major make making many may me media member members men might million minute minutes month months more morning most much must my
        near nearly need new news next night no nor not now number of off office officer officers official officials old on once one only open or order other others our out over own
        part past people per person place plan plans plus point police president press prime public put quite reach rather read report reported reporter reporters reports residents right
        said same saw say saying says second see seen set seven several she should show shown side since six small so some source sources spokesman spokeswoman spokesperson state statement still such
        take taken tell than that the their them then there these they third this those though three through time times to today told tomorrow tonight too took top toward town try turn two
        under until up upon us use used using very via want was way we week weekend weeks well went were what when where whether which while who whole whose why will with within without woman women word work would year years yes yesterday yet you young your
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december afternoon evening noon midnight
        """;

    private const string Ukrainian = """
        а або аби адже але б без би біля більш більше буде будуть була були було бути в вам вас ваш весь вже ви від він вона вони воно все всі всіх втім где головний для до доки
        є ж за завдяки зараз з зазначив зазначила зазначили заявив заявила заявили заявляє зі зокрема і із інший інші інших їй її їм їх їхній й його йому коли котрий кожен крім куди
        має мають ми між мовиться може можна можуть моя му на навіть над нам нас наш не нема немає нехай ні ніж ним них нього ну о об обидва один одна однак одного одні однією ось от перед перш під після по повідомив повідомила повідомили повідомляє повідомляють поки понад
        при про проте протягом раніше разом с сам саме свій свої своїх себе серед став стала стали стало сказав сказала сказали та так такий також такі там те тепер ти тим тих то тоді того той тому торік тут тобто у усі усіх усе уся хоча хто
        це цей ці цим цих цього цьому цю ця через час часу чи чий чого чому ще що щоб щодо щойно як яка яке який які яким яких якого якій якому якщо я
        день дня дні днів року рік роки років роках тиждень тижня тижні місяць місяця місяців година години годині годин хвилина хвилин хвилини ранок ранку зранку вранці вечір вечора ввечері увечері ніч ночі вночі уночі сьогодні вчора учора завтра цьогоріч нині
        понеділок понеділка вівторок вівторка середа середу четвер четверга пятниця пятницю субота суботу неділя неділю січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
        люди людей осіб особи особа новий нова нові нового нової перший перша перше перші другий друга друге інформація інформацією дані даними словами слова речник речниця керівник голова місто місті міста області область району район країна країни країні україна україні україни української український українські поліція поліції
        служба служби пресслужба пресслужби пресслужбі офіційно зокрема близько майже дуже лише тільки потім знову разу раз кілька декілька багато частина частину місце місця
        """;

    private static readonly HashSet<string> Words = [.. Folding.Words(English), .. Folding.Words(Ukrainian)];

    /// <param name="folded">A word as <see cref="Folding"/> writes it; an apostrophe inside does not count.</param>
    public static bool Has(string folded) => folded.Length < 2 || Words.Contains(folded);
}
