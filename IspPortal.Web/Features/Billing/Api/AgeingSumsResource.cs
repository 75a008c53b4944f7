using IspPortal.Core.Billing.Ageing;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What is open, by how late it is.</summary>
/// <param name="Current">Not due yet.</param>
/// <param name="Days30">1 to 30 days past due.</param>
/// <param name="Days60">31 to 60 days.</param>
/// <param name="Days90">61 to 90 days.</param>
/// <param name="Older">More than 90 days.</param>
/// <param name="Total">All of it.</param>
internal sealed record AgeingSumsResource(long Current, long Days30, long Days60, long Days90, long Older, long Total)
{
    public static AgeingSumsResource Of(AgeingSums sums) => new(sums.Current.Minor, sums.Days30.Minor, sums.Days60.Minor, sums.Days90.Minor, sums.Older.Minor, sums.Total.Minor);
}
