namespace NewsBot.Sources.Text;

/// <summary>Who speaks to whom, as folded words.</summary>
internal static class AppealWords
{
    public static readonly HashSet<string> Us = ["we", "us", "our", "ours", "weve", "ми", "нас", "нам", "нами", "наш", "наша", "наше", "наші", "нашу", "нашої", "нашого", "наших", "нашим", "нашій"];

    public static readonly HashSet<string> You = ["you", "your", "yours", "youre", "youve", "ви", "вас", "вам", "вами", "ваш", "ваша", "ваше", "ваші", "вашу", "вашої", "вашого", "ваших", "вашій", "ти", "тебе", "твоя", "твій", "твою"];
}
