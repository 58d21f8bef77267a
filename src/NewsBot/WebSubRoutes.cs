using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Sources.Push;

namespace NewsBot;

/// <summary>Where hubs reach us (WebSub): a GET asks whether we meant it, a POST brings news. Nothing unless Sources:PublicUrl is set.</summary>
internal static class WebSubRoutes
{
    private const string Address = PushDoor.Path + "/{callback}";

    public static void MapWebSub(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IOptions<PushOptions>>().Value.PublicUrl.Length == 0) return;
        var door = routes.ServiceProvider.GetRequiredService<PushDoor>();
        routes.MapGet(Address, context => ConfirmAsync(door, context));
        routes.MapPost(Address, context => DeliverAsync(door, context));
    }

    private static async Task ConfirmAsync(PushDoor door, HttpContext context)
    {
        var query = context.Request.Query;
        var answer = await door.ConfirmAsync(Callback(context), new(query["hub.mode"], query["hub.topic"], query["hub.challenge"], query["hub.lease_seconds"]), context.RequestAborted);
        if (answer is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        // The challenge is a stranger's text: it is never to be taken for a page.
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }

    private static async Task DeliverAsync(PushDoor door, HttpContext context)
    {
        var request = context.Request;
        var answer = request.ContentLength > PushDoor.MostBytes
            ? PushAnswer.TooLarge
            : await door.DeliverAsync(Callback(context), request.Body, request.ContentType, request.Headers["X-Hub-Signature"], context.RequestAborted);
        if (answer is PushAnswer.Busy) context.Response.Headers.RetryAfter = "10";
        context.Response.StatusCode = answer switch
        {
            PushAnswer.Taken => StatusCodes.Status202Accepted,
            PushAnswer.TooLarge => StatusCodes.Status413PayloadTooLarge,
            PushAnswer.Busy => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status404NotFound,
        };
    }

    private static string Callback(HttpContext context) => context.Request.RouteValues["callback"] as string ?? "";
}
