using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Chat;
using NewsBot.Core.Sources;
using NewsBot.Storage;

namespace NewsBot;

/// <summary>
/// /health/live answers while the process can answer at all; /health/ready answers 200 once the database answers and every
/// source was looked at and every platform that is switched on is reached, and 503 with one word of the reason otherwise. Neither says anything a stranger could use.
/// </summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", context => context.Response.WriteAsync("live\n", context.RequestAborted));
        routes.MapGet("/health/ready", async context =>
        {
            var reason = await ReasonAsync(context.RequestServices, context.RequestAborted);
            context.Response.StatusCode = reason is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsync(reason is null ? "ready\n" : $"{reason}\n", context.RequestAborted);
        });
    }

    private static async Task<string?> ReasonAsync(IServiceProvider services, CancellationToken stop)
    {
        if (!await services.GetRequiredService<IDatabase>().AnswersAsync(stop)) return "database";
        var states = services.GetRequiredService<SourceStates>();
        if (!states.HaveSeen(services.GetServices<IArticleSource>())) return "sources";
        return services.GetServices<IPlatform>().FirstOrDefault(platform => !platform.State.IsUp)?.Name;
    }
}
