namespace IspPortal.Core.Billing.Tax;

/// <summary>The buyer on a faktur.</summary>
/// <param name="Name">The name on the invoice.</param>
/// <param name="Address">The address on the invoice.</param>
/// <param name="Email">Where Coretax writes to, or null.</param>
/// <param name="Npwp">NPWP, 16 digits, or null.</param>
/// <param name="Nik">NIK, 16 digits, or null.</param>
/// <param name="Idtku">NITKU of the place, 22 digits; null: the head office of the NPWP.</param>
public sealed record FakturBuyer(string Name, string? Address, string? Email, string? Npwp, string? Nik, string? Idtku);
