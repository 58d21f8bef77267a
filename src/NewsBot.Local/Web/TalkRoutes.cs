using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsBot.Core.Chat;
using NewsBot.Local.Json;

namespace NewsBot.Local.Web;

/// <summary>POST /rooms/{room}/say and GET /rooms/{room}/complete: what someone types, and what could come next.</summary>
internal sealed class TalkRoutes(IRoomBook book, LocalTalk talk, LocalMenu menu)
{
    /// <summary>UTF-16 units.</summary>
    private const int MostText = 4000;

    private const int MostLabel = 100;
    private const int MostKey = 64;

    private static readonly Phrase Empty = new("Type something first, such as /latest.");
    private static readonly Phrase TooLong = new("That is more than {0:N0} characters; please shorten it.");
    private static readonly Phrase NoButton = new("That button cannot be pressed.");

    public void Map(IEndpointRouteBuilder routes, Guard guard)
    {
        routes.MapPost("/rooms/{room}/say", guard.Closed(SayAsync));
        routes.MapGet("/rooms/{room}/complete", guard.Closed(CompleteAsync));
    }

    private async Task SayAsync(HttpContext context)
    {
        if (await RoomRoutes.RoomOfAsync(context, book) is not { } room) return;
        if (await Answers.ReadAsync(context, LocalJson.Kept.SayJson) is not { } sent) return;
        if (Complaint(sent) is { } complaint)
        {
            await Answers.RefuseAsync(context, 400, complaint, MostText);
            return;
        }
        // A prefix, so that a key from outside can never be that of a post.
        var key = sent.Key is null ? null : $"said:{sent.Key}";
        // Not the request's token: what was begun is finished and kept, also when the page is closed meanwhile.
        var answer = await talk.SayAsync(new(room, LocalCaller.RoleOf(sent.Role), sent.Line!, sent.Pressed, key, Speech.Of(context)), CancellationToken.None);
        await Answers.WriteAsync(context, Write(answer), LocalJson.Kept.AnswerJson);
    }

    private async Task CompleteAsync(HttpContext context)
    {
        if (await RoomRoutes.RoomOfAsync(context, book) is not { } room) return;
        var line = context.Request.Query["line"].ToString();
        var role = LocalCaller.RoleOf(context.Request.Query["role"]);
        var offers = line.Length > MostText ? new([]) : await menu.OffersAsync(LocalCaller.Of(room, role, Speech.Of(context)), line, context.RequestAborted);
        await Answers.WriteAsync(context, offers, LocalJson.Kept.CompletionsJson);
    }

    private static Phrase? Complaint(SayJson sent) => sent switch
    {
        { Line: null } or { Line.Length: 0 } => Empty,
        { Line.Length: > MostText } => TooLong,
        { Pressed.Length: > MostLabel } or { Key.Length: > MostKey } => NoButton,
        _ => null,
    };

    private static AnswerJson Write(Answer answer) => answer switch
    {
        Answer.Kept kept => new("kept", kept.Post, kept.Number, kept.At),
        Answer.Turned turned => new("turned", turned.Post),
        _ => new("private", answer.Post),
    };
}
