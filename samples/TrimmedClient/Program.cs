using Contoso.Shop;

// Three of the shop's 240 operations. What a trimmed program keeps of the others is nothing: no registry, no reflection, no table of types leads to them.
using var http = new HttpClient(new ShopOnPaper());
using var shop = new ContosoShopClient(http);

var order = await shop.CreateOrderAsync(new NewOrder { Name = "Two mugs", Total = new Money { Amount = 2400, Currency = "EUR" } });
Console.WriteLine($"Created {order.Name}: {order.State}");

order = await shop.UpdateOrderAsync(order.Id, new OrderChanges { Description = "Paid in cash", State = OrderState.Paid });
Console.WriteLine($"Updated {order.Name}: {order.State}, {order.Description}");

var page = await shop.ListOrdersAsync(limit: 10);
Console.WriteLine($"Listed {page.Items.Count} of {page.Items[0].Total?.Amount} {page.Items[0].Total?.Currency}");
