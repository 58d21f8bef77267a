namespace NewsBot.BotApi;

/// <summary>The limits on sending, and the flood waits that a test imposes.</summary>
internal sealed class SendingGate(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(long Bot, long Room, bool Edits), Bucket> _buckets = [];
    private readonly Dictionary<(long Bot, long? Room), DateTimeOffset> _waits = [];

    public SendingLimits Limits { get; set; } = new();

    /// <param name="room">Null for every chat of the bot.</param>
    public void Impose(BotAccount bot, ChatRoom? room, TimeSpan length)
    {
        lock (_gate) _waits[(bot.Id, room?.Id)] = clock.GetUtcNow() + length;
    }

    /// <summary>Lets so many messages (or one edit) pass, or refuses all of them with 429.</summary>
    /// <param name="paid">Whether the bot pays with Stars for what is above its own rate.</param>
    public void Pass(BotAccount bot, ChatRoom room, int count, bool isEdit, bool paid)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            Obey(bot.Id, null, now);
            Obey(bot.Id, room.Id, now);
            if (!Limits.IsOn || (isEdit && !room.IsGroup)) return;
            var chat = Chat(bot, room, isEdit, now);
            var all = isEdit ? null : Find((bot.Id, 0, false), Limits.BotBurst, Limits.BotPerSecond, now);
            var pays = paid && all?.Wait(count) > TimeSpan.Zero;
            if (pays) all = null;
            var wait = TimeSpan.FromTicks(Math.Max(chat.Wait(count).Ticks, all?.Wait(count).Ticks ?? 0));
            if (wait > TimeSpan.Zero) throw Refusal.TooMany(wait);
            if (pays) Pay(bot, count);
            chat.Take(count);
            all?.Take(count);
        }
    }

    private void Obey(long bot, long? room, DateTimeOffset now)
    {
        if (_waits.TryGetValue((bot, room), out var until) && until > now) throw Refusal.TooMany(until - now);
    }

    private static void Pay(BotAccount bot, int count)
    {
        if (bot.Stars < 0.1m * count) throw Refusal.Bad("BALANCE_TOO_LOW");
        bot.Stars -= 0.1m * count;
    }

    private Bucket Chat(BotAccount bot, ChatRoom room, bool isEdit, DateTimeOffset now) => room.IsGroup
        ? Find((bot.Id, room.Id, isEdit), Limits.GroupBurst, Limits.GroupPerMinute / 60, now)
        : Find((bot.Id, room.Id, isEdit), Limits.ChatBurst, Limits.ChatPerSecond, now);

    private Bucket Find((long, long, bool) key, int burst, double perSecond, DateTimeOffset now)
    {
        if (!_buckets.TryGetValue(key, out var bucket)) _buckets[key] = bucket = new(burst, now);
        bucket.Fill(burst, perSecond, now);
        return bucket;
    }

    private sealed class Bucket(double level, DateTimeOffset filled)
    {
        private double _level = level;
        private double _perSecond = 1;
        private double _burst = level;
        private DateTimeOffset _filled = filled;

        public void Fill(int burst, double perSecond, DateTimeOffset now)
        {
            _level = Math.Min(burst, _level + Math.Max(0, (now - _filled).TotalSeconds) * perSecond);
            (_filled, _perSecond, _burst) = (now, perSecond, burst);
        }

        // An album larger than the burst passes when the bucket is full, else it could never be sent.
        public TimeSpan Wait(int count)
        {
            var missing = Math.Min(count, _burst) - _level;
            return missing <= 1e-6 ? TimeSpan.Zero : TimeSpan.FromSeconds(missing / _perSecond);
        }

        public void Take(int count) => _level -= count;
    }
}
