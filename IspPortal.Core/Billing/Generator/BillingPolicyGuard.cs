namespace IspPortal.Core.Billing.Generator;

/// <summary>Refuses a policy that says nothing sensible, before it makes bills.</summary>
internal static class BillingPolicyGuard
{
    public static void Check(BillingPolicy policy)
    {
        Within(policy.FixedDay, 1, 31, nameof(policy.FixedDay));
        Within(policy.InstalledAfterDay ?? 1, 1, 31, nameof(policy.InstalledAfterDay));
        Within(policy.DueDayOfMonth ?? 1, 1, 31, nameof(policy.DueDayOfMonth));
        Within(policy.IsolatedBilledDays, 0, 366, nameof(policy.IsolatedBilledDays));
        Within(policy.PauseFeePercent, 0, 100, nameof(policy.PauseFeePercent));
        Within(policy.PrepaidIssueDaysBefore, 0, 366, nameof(policy.PrepaidIssueDaysBefore));
        Within(policy.PostpaidIssueDaysAfter, 0, 366, nameof(policy.PostpaidIssueDaysAfter));
        Within(policy.DueDaysAfterIssue, 0, 366, nameof(policy.DueDaysAfterIssue));
        Within(policy.OutageCreditFromHours ?? 1, 1, 8_784, nameof(policy.OutageCreditFromHours));
    }

    private static void Within(int value, int least, int most, string name)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} lies between {least} and {most}.");
        }
    }
}
