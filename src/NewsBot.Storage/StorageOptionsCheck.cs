using Microsoft.Extensions.Options;
using Npgsql;

namespace NewsBot.Storage;

internal sealed class StorageOptionsCheck : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var complaint = string.IsNullOrWhiteSpace(options.ConnectionString)
            ? PathComplaint(options.Path)
            : ConnectionComplaint(options.ConnectionString);
        return complaint is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(complaint);
    }

    private static string? PathComplaint(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return "Storage:Path is empty; name the database file, such as data/newsbot.db.";
        if (path.IndexOfAny(System.IO.Path.GetInvalidPathChars()) >= 0)
            return "Storage:Path holds a character that no file name may have; name the database file, such as data/newsbot.db.";
        return System.IO.Path.EndsInDirectorySeparator(path) ? "Storage:Path names a folder; name a file in it, such as data/newsbot.db." : null;
    }

    // The parser's own messages may quote a piece of the password, so they stay here.
    private static string? ConnectionComplaint(string connection)
    {
        try
        {
            return string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(connection).Host)
                ? "Storage:ConnectionString names no Host; write it like Host=db;Database=newsbot;Username=newsbot;Password=…."
                : null;
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or InvalidOperationException or NotSupportedException)
        {
            return "Storage:ConnectionString cannot be read; write it like Host=db;Database=newsbot;Username=newsbot;Password=…, with quotes around a value that holds a semicolon.";
        }
    }
}
