namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>For how many months before this one the sample ISP billed with the portal; without it it begins with this month.</summary>
internal sealed record LabBooks(int Months);
