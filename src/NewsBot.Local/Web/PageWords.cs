using NewsBot.Core.Chat;

namespace NewsBot.Local.Web;

/// <summary>What stands in the page and its scripts. A test holds that it is all here, and nothing else.</summary>
internal static class PageWords
{
    public static readonly IReadOnlyList<Phrase> All =
    [
        new("Skip to the message box"), new("Rooms"), new("Add a room"), new("Add"), new("Dark colours"), new("Light colours"), new(", something new"),
        new("Connecting…"), new("Connected"), new("Reconnecting…"), new("Loading older posts…"), new("New posts ↓"), new("{0} new {0:post|posts} ↓"),
        new("Your role in the chat"), new("Reader"), new("Moderator"), new("Operator"),
        new("Message to the bot"), new("Type / for what I can do"), new("Suggestions"), new("{0} {0:suggestion|suggestions}"), new("Send"),
        new("Access key"), new("Open"), new("Only you see this"), new("Try again"), new("just now"), new("Latest"), new("Show the latest articles"),
        new("Nothing has been posted here yet. New articles of what this room follows will appear by themselves."), new("Choose what to follow"),
        new("There are no rooms yet. Add one in the list of rooms."), new("Follows: {0}"), new("Picture"), new("Picture (at {0}, not loaded)"),
        new("NewsBot cannot be reached right now."), new("That did not work; please try again."),
    ];
}
