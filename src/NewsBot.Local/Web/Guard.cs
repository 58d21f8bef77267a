using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;

namespace NewsBot.Local.Web;

/// <summary>Stands before every address of the page: headers, host, origin, and the access key where one is asked for.</summary>
internal sealed class Guard(IOptions<LocalOptions> options, AccessKey key)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    private static readonly Phrase NoKey = new("Please enter the access key.");

    private readonly string _host = new Uri(options.Value.Address).Host;

    /// <summary>For what says nothing about rooms or articles: the page's own files and the sign-in.</summary>
    public RequestDelegate Open(RequestDelegate handler) => context => Admit(context, handler);

    /// <summary>For everything else.</summary>
    public RequestDelegate Closed(RequestDelegate handler) => context => Admit(context, key.Holds(context.Request)
        ? handler
        : static context => Answers.RefuseAsync(context, 401, NoKey));

    private Task Admit(HttpContext context, RequestDelegate handler)
    {
        SetHeaders(context.Response.Headers);
        if (!HostNames.IsOurs(context.Request.Host, _host))
            return Answers.RefuseAsync(context, 421, $"This server does not answer to that name; open {options.Value.Address}.");
        if (!SameOrigin.Holds(context.Request))
            return Answers.RefuseAsync(context, 403, "This comes from another site; open the page itself.");
        return handler(context);
    }

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-store";
    }
}
