namespace NewsBot.Core.Delivery;

/// <summary>Names this process among several on one database; the same after a restart, so that it finds its own leases again.</summary>
public sealed record NodeName(string Value);
