namespace NewsBot.Core.Schedules;

/// <summary>A set of days of the week.</summary>
[Flags]
public enum WeekDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    Weekend = Saturday | Sunday,
    Workdays = Monday | Tuesday | Wednesday | Thursday | Friday,
    All = Workdays | Weekend,
}
