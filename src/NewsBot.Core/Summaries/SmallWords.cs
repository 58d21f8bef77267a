using System.Collections.Frozen;

namespace NewsBot.Core.Summaries;

/// <summary>Words that tell nothing of what a text is about, folded as <see cref="Articles.Folding"/> does.</summary>
internal static class SmallWords
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "a an the and or but nor so yet if then than that this these those there here it its it's he him his she her hers they them their theirs we us our you your i me my mine who whom whose which what",
        "when where why how is am are was were be been being do does did done have has had having will would shall should can could may might must not no don't doesn't didn't isn't wasn't aren't weren't",
        "can't couldn't won't wouldn't i'm i've he's she's they're we're you're that's there's of in on at by for with from to into onto over under about after before between among against during through",
        "without within as up down out off again also just only very too more most much many some any each every all both few other another such own same because while until though although since said says",
        "say told tells tell according one get got go going make made like",
        "і й та а але або чи що щоб як коли якщо бо це цей ця ці той та те ті його її їх їхній він вона воно вони ми ви ти я мене нас вас йому їй їм ним ними нею у в на з із зі за до від для про при під над",
        "по після перед через без між не ні є був була було були буде будуть бути вже ще лише тільки також теж так тут там де хто який яка яке які якого якої яких свій своя свої своїх дуже сказав сказала",
        "и но или что чтобы как когда если это этот эта эти тот его ее их он она оно они мы вы ты меня ему ей им во на с из за до от для о об при под над после перед через без не ни был была было были будет",
        "уже еще только также так там где кто который которая которые свой",
        "der die das den dem des ein eine einer einem einen und oder aber dass wie wenn weil ist sind war waren sein hat haben hatte wird werden wurde er sie es wir ihr ich ihn ihm sich nicht auch noch nur schon",
        "im am auf bei mit nach von vor zu zum zur aus fur uber unter durch gegen ohne um als so",
        "le la les l un une des du de et ou mais que qui quoi ce cet cette ces il elle ils elles nous vous je on se sa son ses leur leurs est sont etait etaient a ont avait ete sera dans en au aux sur sous avec",
        "pour par sans plus pas ne y d s qu c n",
        "el los las un una unos unas y o pero que quien como cuando si es son era eran fue fueron ser ha han habia se su sus lo le les al del de con por para sin sobre entre hasta desde no ya muy mas tambien este esta",
        "i oraz lub ale ze zeby jak gdy jesli to ten ta te tego tej tych jego jej ich on ona ono oni one my wy ja sie jest sa byl byla bylo byli bedzie w we na z ze za do od dla o po przy pod nad przez bez nie tez juz",
    }.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => Words.Contains(word);
}
