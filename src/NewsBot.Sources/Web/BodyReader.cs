namespace NewsBot.Sources.Web;

/// <summary>Reads one body whole into rented memory, or says why not.</summary>
internal sealed class BodyReader(FetchLimits limits, TimeProvider clock)
{
    /// <returns>Exactly one of the two; the bytes are the caller's to give back.</returns>
    public async Task<(RentedBytes? Body, string? Why)> ReadAsync(HttpResponseMessage response, FetchRequest request, CancellationToken stop)
    {
        var most = request.Bytes ?? limits.Bytes;
        if (LiesAboutLength(response)) return (null, FetchWords.NotHttp);
        if (!request.CutAtLimit && response.Content.Headers.ContentLength > most) return (null, FetchWords.TooLarge);
        var wire = new WireStream(await response.Content.ReadAsStreamAsync(stop));
        using var slow = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await using var watch = Watch(wire, slow);
        try
        {
            await using var plain = await ContentCoding.OpenAsync(wire, response.All("Content-Encoding"), slow.Token);
            return plain is null ? (null, FetchWords.PackedTwice) : await ReadAsync(wire, plain, most, request.CutAtLimit, slow.Token);
        }
        catch (Exception) when (slow.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            return (null, FetchWords.TooSlowBody);
        }
    }

    private async Task<(RentedBytes? Body, string? Why)> ReadAsync(WireStream wire, Stream plain, int most, bool cut, CancellationToken stop)
    {
        var body = new RentedBytes();
        try
        {
            while (await plain.ReadAsync(body.Free(), stop) is > 0 and var read)
            {
                body.Took(read);
                if (body.Length > most && cut) break;
                if (Excess(body.Length, wire.Taken, most) is { } why) return (Drop(body), why);
            }
            body.CutTo(most);
            return wire != plain && ContentCoding.IsGzip(body.Memory.Span) ? (Drop(body), FetchWords.PackedTwice) : (body, null);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    // .NET reads such a body to the end of the connection, where a cut cannot be told from an end.
    private static bool LiesAboutLength(HttpResponseMessage response)
    {
        var lengths = response.All("Content-Length").SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)).Distinct().ToList();
        return lengths.Count > 1 || lengths.Count == 1 && !lengths[0].All(char.IsAsciiDigit);
    }

    private string? Excess(int length, long wire, int most) =>
        length > limits.RatioFrom && length > wire * limits.Ratio ? FetchWords.Bomb : length > most ? FetchWords.TooLarge : null;

    private static RentedBytes? Drop(RentedBytes body)
    {
        body.Dispose();
        return null;
    }

    // Looks once a window whether enough came in it; a body that stands still is found the same way.
    private ITimer Watch(WireStream wire, CancellationTokenSource slow)
    {
        var before = 0L;
        return clock.CreateTimer(
            _ =>
            {
                var now = wire.Taken;
                if (now - before < limits.WindowBytes) slow.Cancel();
                before = now;
            },
            null,
            limits.Window,
            limits.Window);
    }
}
