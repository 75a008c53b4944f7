using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IspPortal.Infrastructure.Persistence.Conventions;

/// <summary>Only UTC goes in, cut to the microseconds that every provider keeps; what comes out says that it is UTC.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => ToStored(value),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTime ToStored(DateTime value) => value.Kind == DateTimeKind.Utc
        ? new DateTime(value.Ticks - (value.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc)
        : throw new InvalidOperationException($"Only UTC times are stored; this one is {value.Kind}: {value:O}");
}
