namespace NewsBot.Core.Chat;

/// <summary>A language that the bot speaks. Articles keep their own.</summary>
public enum Language
{
    English,
    Ukrainian,
    German,
    French,
    Spanish,
    Polish,
}
