using System.Globalization;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Writing;

/// <summary>What came of asking; a text of null was refused, and is not asked for again.</summary>
public sealed record Written(string Model, string? Text);

/// <summary>Keeps what writers wrote, and how often they were asked today (UTC), over restarts.</summary>
public sealed class WrittenBook(INotebook notes, TimeProvider clock) : IDisposable
{
    private const string Shelf = "writer";
    private const string Spent = "spent";

    private readonly SemaphoreSlim _spending = new(1, 1);

    public async Task<Written?> FindAsync(string name)
    {
        if (await notes.ReadAsync(Shelf, name, CancellationToken.None) is not { } note) return null;
        return note.Split('\n', 2) is [var model, var text] ? new(model, text) : new(note, null);
    }

    public Task KeepAsync(string name, Written written) =>
        notes.WriteAsync(Shelf, name, written.Text is null ? OneLine(written.Model) : $"{OneLine(written.Model)}\n{written.Text}", CancellationToken.None);

    /// <summary>Takes one out of the day's budget, before it is used: a crash may cost one, never grant one.</summary>
    /// <returns>False when it is used up.</returns>
    public async Task<bool> SpendAsync(int perDay)
    {
        await _spending.WaitAsync();
        try
        {
            var today = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var spent = await notes.ReadAsync(Shelf, Spent, CancellationToken.None) is { } note && note.Split(' ') is [var day, var count] && day == today
                ? int.Parse(count, CultureInfo.InvariantCulture)
                : 0;
            if (spent >= perDay) return false;
            await notes.WriteAsync(Shelf, Spent, string.Create(CultureInfo.InvariantCulture, $"{today} {spent + 1}"), CancellationToken.None);
            return true;
        }
        finally
        {
            _spending.Release();
        }
    }

    public void Dispose() => _spending.Dispose();

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
