using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsBot.Core.Chat;
using NewsBot.Local.Json;

namespace NewsBot.Local.Web;

/// <summary>POST /key {"key"}: the sign-in of a page that asks for a key.</summary>
internal sealed class KeyRoutes(AccessKey key, WrongKeys wrong)
{
    private static readonly Phrase Often = new("Too many wrong keys; wait {0} {0:second|seconds} and try again.");
    private static readonly Phrase WrongKey = new("That is not the access key; it is the Local:AccessKey of the bot's settings.");

    public void Map(IEndpointRouteBuilder routes, Guard guard) => routes.MapPost("/key", guard.Open(SignInAsync));

    private async Task SignInAsync(HttpContext context)
    {
        var from = context.Connection.RemoteIpAddress;
        if (wrong.MustWait(from))
        {
            context.Response.Headers.RetryAfter = $"{WrongKeys.Wait.TotalSeconds:0}";
            await Answers.RefuseAsync(context, 429, Often, (int)WrongKeys.Wait.TotalSeconds);
            return;
        }
        if (await Answers.ReadAsync(context, LocalJson.Kept.KeyJson) is not { } sent) return;
        if (!key.IsRight(sent.Key ?? ""))
        {
            wrong.Add(from);
            await Answers.RefuseAsync(context, 403, WrongKey);
            return;
        }
        wrong.Forget(from);
        key.Remember(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
