using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsBot.Discord.Protocol;

/// <summary>A request's body: JSON, or JSON with files. Kept as bytes, so that it can be sent again after a 429.</summary>
internal sealed record RestBody(byte[] Json, IReadOnlyList<UploadedFile> Files)
{
    public static RestBody Empty { get; } = new([], []);

    public static RestBody Of<T>(T value, JsonTypeInfo<T> kind, IReadOnlyList<UploadedFile>? files = null) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, kind), files ?? []);

    public WatchedContent ToContent() => new(Files.Count == 0 ? JsonPart() : Multipart());

    private ByteArrayContent JsonPart() => new(Json) { Headers = { ContentType = Json.Length > 0 ? new MediaTypeHeaderValue("application/json") : null } };

    private MultipartFormDataContent Multipart()
    {
        var whole = new MultipartFormDataContent { { JsonPart(), "payload_json" } };
        foreach (var (index, file) in Files.Index())
        {
            var part = new ReadOnlyMemoryContent(file.Bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
            whole.Add(part, $"files[{index}]", file.Name);
        }

        return whole;
    }
}

/// <summary>Knows whether its bytes began to go out: until then a failed request has certainly done nothing.</summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly HttpContent _inner;

    public WatchedContent(HttpContent inner)
    {
        _inner = inner;
        foreach (var (name, values) in inner.Headers)
            Headers.TryAddWithoutValidation(name, values);
    }

    public bool Begun { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begun = true;
        return _inner.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }
}
