using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsBot.Core.Articles;

namespace NewsBot.Local.Web;

/// <summary>GET /media/{article}: the picture that an article's source keeps beside it. No other picture is ever shown.</summary>
internal sealed class MediaRoutes(IArchive archive, IImages images)
{
    public void Map(IEndpointRouteBuilder routes, Guard guard) => routes.MapGet("/media/{article}", guard.Closed(ShowAsync));

    private async Task ShowAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        var image = ArticleId.TryParse((string)context.Request.RouteValues["article"]!, out var id) && await archive.FindAsync(id, stop) is { WithdrawnAt: null } article
            ? await images.OpenAsync(article, stop)
            : null;
        if (image is null)
        {
            await Answers.RefuseAsync(context, 404, "There is no picture here.");
            return;
        }
        context.Response.Headers.CacheControl = "private, max-age=3600";
        context.Response.ContentType = image.MediaType;
        context.Response.ContentLength = image.Bytes.Length;
        await context.Response.Body.WriteAsync(image.Bytes, stop);
    }
}
