namespace NewsBot.Core.Sources;

/// <summary>Why an article that was new to us was kept and not posted.</summary>
public enum Unposted
{
    /// <summary>It stood there when its source was read for the first time.</summary>
    FirstReading,

    /// <summary>Its date is older than news may be, or than all that the source had.</summary>
    TooOld,

    /// <summary>It has no date and came up from below, because another article went.</summary>
    MovedUp,

    /// <summary>Its source brought more at once than is posted.</summary>
    TooMany,

    /// <summary>Somebody took an archive in.</summary>
    Import,
}
