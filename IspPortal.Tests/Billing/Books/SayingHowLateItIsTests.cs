using IspPortal.Core.Billing.Ageing;
using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Billing.Books;

public sealed class SayingHowLateItIsTests
{
    private static readonly DateOnly Due = new(2028, 1, 31);

    [Theory]
    [InlineData(-40, AgeingBucket.Current)]
    [InlineData(0, AgeingBucket.Current)]
    [InlineData(1, AgeingBucket.Days30)]
    [InlineData(30, AgeingBucket.Days30)]
    [InlineData(31, AgeingBucket.Days60)]
    [InlineData(60, AgeingBucket.Days60)]
    [InlineData(61, AgeingBucket.Days90)]
    [InlineData(90, AgeingBucket.Days90)]
    [InlineData(91, AgeingBucket.Older)]
    [InlineData(4_000, AgeingBucket.Older)]
    public void A_bill_belongs_where_the_days_after_its_last_day_say(int days, AgeingBucket bucket) => Assert.Equal(bucket, AgeingRules.BucketOf(Due, Due.AddDays(days)));

    [Fact]
    public void Without_a_day_nothing_is_late() => Assert.Equal(AgeingBucket.Current, AgeingRules.BucketOf(null, Due));

    [Fact]
    public void The_sums_add_up()
    {
        var sums = new AgeingSums(Money.Idr(1), Money.Idr(20), Money.Idr(300), Money.Idr(4_000), Money.Idr(50_000));
        Assert.Equal((54_321L, 54_320L), (sums.Total.Minor, sums.Overdue.Minor));
    }
}
