namespace NewsBot.Storage.Engines;

/// <summary>
/// Work that only one transaction at a time may do, in any process. On SQLite every transaction that writes is alone anyway;
/// on PostgreSQL each is an advisory lock that ends with the transaction. The numbers are arbitrary and must not change.
/// </summary>
internal enum Turn : long
{
    Steps = 0x6e657773_0001,

    /// <summary>Articles, topics and who belongs to what.</summary>
    Harvest = 0x6e657773_0002,

    /// <summary>A reader who asks for what came after an entry would miss one that commits out of turn.</summary>
    RoomBook = 0x6e657773_0003,

    /// <summary>Which sources on the web there are.</summary>
    WebSources = 0x6e657773_0004,

    /// <summary>Who is in which outlet, and what its channels follow.</summary>
    Outlets = 0x6e657773_0008,
}

internal static class TurnTaking
{
    public static Task HoldAsync(this Session session, Turn turn, CancellationToken stop) =>
        session.Dialect == Dialect.Sqlite ? Task.CompletedTask : session.RunAsync("select pg_advisory_xact_lock(@turn)", [("turn", (long)turn)], stop);
}
