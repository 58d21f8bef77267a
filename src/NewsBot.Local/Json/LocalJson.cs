using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace NewsBot.Local.Json;

/// <summary>Everything that the page and the server say to each other.</summary>
[JsonSerializable(typeof(RoomPost))]
[JsonSerializable(typeof(RoomJson))]
[JsonSerializable(typeof(RoomsJson))]
[JsonSerializable(typeof(NewRoomJson))]
[JsonSerializable(typeof(EntryJson))]
[JsonSerializable(typeof(EntriesJson))]
[JsonSerializable(typeof(ChangeJson))]
[JsonSerializable(typeof(SayJson))]
[JsonSerializable(typeof(AnswerJson))]
[JsonSerializable(typeof(CompletionsJson))]
[JsonSerializable(typeof(KeyJson))]
[JsonSerializable(typeof(ErrorJson))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class LocalJson : JsonSerializerContext
{
    // Every script stays readable in the book; < > & and quotes are still escaped, though nothing ever reads this as markup.
    public static LocalJson Kept { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = 16,
    });
}

/// <param name="Newest">Number of the room's newest entry; 0 when it is empty.</param>
internal sealed record RoomJson(string Name, long Newest);

internal sealed record RoomsJson(IReadOnlyList<RoomJson> Rooms);

internal sealed record NewRoomJson(string? Name);

internal sealed record EntryJson(long Number, DateTimeOffset At, RoomPost Post);

/// <param name="Entries">Oldest first.</param>
/// <param name="HasOlder">True when there may be entries before the first.</param>
/// <param name="Change">Number of the room's last change that the entries show already.</param>
internal sealed record EntriesJson(IReadOnlyList<EntryJson> Entries, bool HasOlder, long Change);

/// <param name="Entry">What it says now, or null when it was taken out.</param>
internal sealed record ChangeJson(long Change, long Number, EntryJson? Entry);

/// <param name="Pressed">The label of the button that typed the line.</param>
internal sealed record SayJson(string? Line, string? Role, string? Key, string? Pressed);

/// <param name="Kind">kept (with number and time), private, or turned (takes the pressed card's place).</param>
internal sealed record AnswerJson(string Kind, RoomPost Post, long? Number = null, DateTimeOffset? At = null);

internal sealed record CompletionJson(string Line, string Label, string Description);

internal sealed record CompletionsJson(IReadOnlyList<CompletionJson> Completions);

internal sealed record KeyJson(string? Key);

internal sealed record ErrorJson(string Error);
