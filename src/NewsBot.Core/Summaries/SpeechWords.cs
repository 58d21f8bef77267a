using System.Collections.Frozen;

namespace NewsBot.Core.Summaries;

/// <summary>Verbs by which a text says who said something.</summary>
internal static class SpeechWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "said says say saying told tells added adds asked asks wrote writes tweeted posted replied explained stated claimed noted recalled insisted warned announced according",
        "argued admitted acknowledged continued concluded declared joked quipped shouted yelled testified responded remarked commented reads read",
        "сказав сказала сказали каже кажуть додав додала заявив заявила заявили зазначив зазначила пояснив пояснила розповів розповіла повідомив повідомила",
        "написав написала наголосив наголосила підкреслив підкреслила запитав запитала відповів відповіла вважає говорить словами спитав",
        "сказал сказала сказали говорит добавил добавила заявил заявила отметил отметила пояснил рассказал рассказала сообщил сообщила написал спросил ответил словам",
        "sagte sagt sagten erklärte teilte fügte schrieb meinte betonte fragte dit déclaré ajouté expliqué affirmé indiqué annoncé demande selon écrit",
        "dijo dice declaró añadió explicó afirmó señaló indicó aseguró según escribió powiedział powiedziała dodał dodała zapytał mówi stwierdził podkreślił napisał",
    }.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
