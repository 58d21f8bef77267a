using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsBot.Local.Json;

namespace NewsBot.Local.Web;

/// <summary>POST /key {"key"}: the sign-in of a page that asks for a key.</summary>
internal sealed class KeyRoutes(AccessKey key, WrongKeys wrong)
{
    public void Map(IEndpointRouteBuilder routes, Guard guard) => routes.MapPost("/key", guard.Open(SignInAsync));

    private async Task SignInAsync(HttpContext context)
    {
        var from = context.Connection.RemoteIpAddress;
        if (wrong.MustWait(from))
        {
            context.Response.Headers.RetryAfter = $"{WrongKeys.Wait.TotalSeconds:0}";
            await Answers.RefuseAsync(context, 429, $"Too many wrong keys; wait {WrongKeys.Wait.TotalSeconds:0} seconds and try again.");
            return;
        }
        if (await Answers.ReadAsync(context, LocalJson.Kept.KeyJson) is not { } sent) return;
        if (!key.IsRight(sent.Key ?? ""))
        {
            wrong.Add(from);
            await Answers.RefuseAsync(context, 403, "That is not the access key; it is the Local:AccessKey of the bot's settings.");
            return;
        }
        wrong.Forget(from);
        key.Remember(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
